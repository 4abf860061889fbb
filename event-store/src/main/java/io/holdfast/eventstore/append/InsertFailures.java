package io.holdfast.eventstore.append;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoServerException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteError;
import java.util.Set;
import org.bson.BsonMaximumSizeExceededException;

/** Classifies a failed insert by whether the block is stored. In doubt the outcome is uncertain, never "not stored". */
final class InsertFailures {

    /** BadValue, Unauthorized, AuthenticationFailed, InvalidNamespace, DocumentValidationFailure, BSONObjectTooLarge. */
    private static final Set<Integer> FINAL = Set.of(2, 13, 18, 73, 121, 10334);

    /** OutOfDiskSpace: reported before the write by a server without enough free space. */
    private static final int OUT_OF_DISK_SPACE = 14031;

    private InsertFailures() {}

    static Outcome.OfInsert outcome(RuntimeException failure) {
        return switch (failure) {
            case MongoWriteException e when e.getCode() != OUT_OF_DISK_SPACE -> ofWriteError(e, e.getError());
            case MongoCommandException e when FINAL.contains(e.getErrorCode()) -> new Outcome.Refused(e);
            case MongoServerException e when e.getCode() == OUT_OF_DISK_SPACE -> new Outcome.Unwritable(e);
            case MongoServerException e
            when ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY -> new Outcome.Duplicate();
            case MongoSecurityException e -> new Outcome.NotSent(e);
            case MongoOperationTimeoutException e -> new Outcome.Uncertain(e); // timed out during the operation
            case MongoTimeoutException e -> new Outcome.NotSent(e); // no server or pooled connection in time
            case BsonMaximumSizeExceededException e -> new Outcome.Refused(e);
            default -> new Outcome.Uncertain(failure);
        };
    }

    private static Outcome.OfInsert ofWriteError(MongoWriteException e, WriteError error) {
        if (error.getCategory() == ErrorCategory.DUPLICATE_KEY) {
            return new Outcome.Duplicate();
        }
        return FINAL.contains(error.getCode()) ? new Outcome.Refused(e) : new Outcome.Uncertain(e);
    }
}
