/** Why a shop holds an entitlement or does not, and when it can, in Chinese and English. */
package org.shopscore.aggregator.entitlement.answer;
