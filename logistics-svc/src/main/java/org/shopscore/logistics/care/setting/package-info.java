/** What a shop and a buyer have chosen: which stages are told, by which channel, when not, and to whom not. */
package org.shopscore.logistics.care.setting;
