/** Which methods an address takes: what 405, {@code Allow} and OPTIONS say (RFC 9110, 10.2.1 and 15.5.6). */
package org.shopscore.problem.method;
