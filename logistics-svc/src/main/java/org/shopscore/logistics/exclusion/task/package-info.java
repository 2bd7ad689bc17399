/** Orders whose exclusions are to be looked at again: anybody may add to them, in a transaction of their own. */
package org.shopscore.logistics.exclusion.task;
