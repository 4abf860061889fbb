package io.holdfast.runtime.connections;

import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.AbstractEndpoint;
import org.apache.tomcat.util.net.NioChannel;

/** HTTP/1.1 with limits on the number and the duration of connections. Tomcat creates it by its class name. */
public final class BoundedProtocol extends Http11NioProtocol {
    private final BoundedEndpoint endpoint;

    public BoundedProtocol() {
        this(new BoundedEndpoint());
    }

    private BoundedProtocol(BoundedEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    /** Must be called before the protocol starts. */
    void bound(ConnectionProperties bounds) {
        endpoint.keep(new Pace(bounds.bytesPerSecond(), bounds.patience()));
        AbstractEndpoint<NioChannel, ?> known = endpoint;
        known.setHandler(new HeaderDeadline(known.getHandler(), bounds.headerTime()));
    }
}
