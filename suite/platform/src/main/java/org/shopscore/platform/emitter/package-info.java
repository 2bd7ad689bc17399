/** What the tests of every emitting service need; who uses it brings ArchUnit, REST Assured and Quarkus' tests. */
package org.shopscore.platform.emitter;
