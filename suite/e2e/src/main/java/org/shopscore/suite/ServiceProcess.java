package org.shopscore.suite;

import org.shopscore.platform.LocalProcess;

/** One replica of a service: where it answers, and the process to kill, pause, resume, stop and start again. */
public record ServiceProcess(Service service, Endpoint endpoint, LocalProcess process) {

    static ServiceProcess of(ServiceRecipe recipe) {
        return new ServiceProcess(recipe.service(), recipe.endpoint(), new LocalProcess(recipe));
    }
}
