/** Kuaidi100 (快递100): its pushes, how they are signed, and what it wants to hear. */
package org.shopscore.logistics.webhook.kuaidi100;
