package org.shopscore.logistics.care.outlook;

import org.junit.jupiter.api.Test;
import org.shopscore.logistics.care.language.Languages;
import org.shopscore.logistics.care.message.MessageState;
import org.shopscore.logistics.care.message.SkipReason;
import org.shopscore.logistics.care.setting.BuyerChoice;
import org.shopscore.logistics.care.setting.CareSettings;
import org.shopscore.logistics.care.setting.Channel;
import org.shopscore.logistics.care.setting.QuietHours;
import org.shopscore.logistics.care.setting.StageSetting;
import org.shopscore.logistics.care.setting.Wish;
import org.shopscore.logistics.care.stage.Reached;
import org.shopscore.logistics.care.stage.Stage;
import org.shopscore.platform.emitter.PureClasses;

class PureClassesTest {

    @Test
    void whetherABuyerIsToldIsDecidedByTheLanguageAndTheContractAlone() {
        PureClasses.check(
                BuyerChoice.class,
                CareSettings.class,
                Channel.class,
                Decision.class,
                Languages.class,
                MessageState.class,
                QuietHours.class,
                Reached.class,
                Situation.class,
                SkipReason.class,
                Stage.class,
                StageSetting.class,
                Wish.class);
    }
}
