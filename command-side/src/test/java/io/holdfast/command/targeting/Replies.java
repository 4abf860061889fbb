package io.holdfast.command.targeting;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandSucceededEvent;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;

/** Counts what a client reads from the database. */
final class Replies implements CommandListener {
    private static final Set<String> READS = Set.of("find", "aggregate", "getMore");

    private final LongAdder questions = new LongAdder();
    private final LongAdder bytes = new LongAdder();

    /** The number of reads, and the number of bytes they returned. */
    record Read(long questions, long bytes) {
        Read since(Read before) {
            return new Read(questions - before.questions, bytes - before.bytes);
        }
    }

    @Override
    public void commandSucceeded(CommandSucceededEvent event) {
        if (READS.contains(event.getCommandName())) {
            BsonDocument reply = event.getResponse();
            questions.increment();
            bytes.add(new RawBsonDocument(reply, new BsonDocumentCodec())
                    .getByteBuffer()
                    .remaining());
        }
    }

    Read read() {
        return new Read(questions.sum(), bytes.sum());
    }
}
