package io.holdfast.runtime.connections;

import java.time.Duration;
import org.apache.coyote.Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** Closes a connection whose request header is still incomplete after a given time, even if bytes keep trickling in. */
final class HeaderDeadline implements Handler<NioChannel> {
    private final Handler<NioChannel> requests;
    private final long nanos;

    /**
     * @param time the most time from the first bytes of a header to its end; Tomcat itself only limits the time between
     *     two pieces
     */
    HeaderDeadline(Handler<NioChannel> requests, Duration time) {
        this.requests = requests;
        this.nanos = time.toNanos();
    }

    @Override
    public SocketState process(SocketWrapperBase<NioChannel> socket, SocketEvent event) {
        Connection connection = Connection.of(socket);
        if (connection == null) {
            return requests.process(socket, event);
        }
        if (event == SocketEvent.OPEN_READ && connection.headerIsOlderThan(nanos)) {
            return SocketState.CLOSED;
        }
        SocketState state = requests.process(socket, event);
        connection.left(state, socket.getCurrentProcessor() instanceof Processor processor && processor.isAsync());
        return state;
    }

    @Override
    public Object getGlobal() {
        return requests.getGlobal();
    }

    @Override
    public void release(SocketWrapperBase<NioChannel> socket) {
        requests.release(socket);
    }

    @Override
    public void pause() {
        requests.pause();
    }

    @Override
    public void recycle() {
        requests.recycle();
    }
}
