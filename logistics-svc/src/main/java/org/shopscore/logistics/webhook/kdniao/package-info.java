/** Kdniao (快递鸟): its pushes, how they are signed, and what it wants to hear. */
package org.shopscore.logistics.webhook.kdniao;
