package io.holdfast.projection.workqueue.mongo;

import io.holdfast.projection.support.mongo.DocumentMapping;
import io.holdfast.projection.support.mongo.LiveGenerations;
import io.holdfast.projection.workqueue.QueueCases;

/** Access to the cases in MongoDB for tests of other packages. */
public final class StoredQueueCases {
    private StoredQueueCases() {}

    public static DocumentMapping<?> mapping() {
        return new QueueCaseMapping();
    }

    public static QueueCases of(LiveGenerations models) {
        return new MongoQueueCases(models, new QueueCaseMapping());
    }
}
