package io.holdfast.runtime.connections;

import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.AbstractEndpoint;
import org.apache.tomcat.util.net.NioChannel;

/** HTTP/1.1 whose connections are bounded in number and in time. Tomcat makes one by the name of the class. */
public final class BoundedProtocol extends Http11NioProtocol {
    private final BoundedEndpoint endpoint;

    public BoundedProtocol() {
        this(new BoundedEndpoint());
    }

    private BoundedProtocol(BoundedEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    /** To be called before it starts. */
    void bound(ConnectionProperties bounds) {
        endpoint.keep(new Pace(bounds.bytesPerSecond(), bounds.patience()));
        AbstractEndpoint<NioChannel, ?> known = endpoint;
        known.setHandler(new HeaderDeadline(known.getHandler(), bounds.headerTime()));
    }
}
