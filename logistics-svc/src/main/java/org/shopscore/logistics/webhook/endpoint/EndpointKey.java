package org.shopscore.logistics.webhook.endpoint;

/** Which endpoint of which provider. */
public record EndpointKey(String provider, String endpointId) {}
