/** One shape for every refused request (RFC 9457), and what every HTTP API of the suite checks the same way. */
package org.shopscore.problem;
