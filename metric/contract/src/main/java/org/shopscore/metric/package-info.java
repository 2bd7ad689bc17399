/** What crosses between the services: metric events, heartbeats and order facts, and the names of the measures. No framework. */
package org.shopscore.metric;
