/** What the OpenAPI document says of all answers alike. */
package org.shopscore.aggregator.openapi;
