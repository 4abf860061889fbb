package io.holdfast.benchmarks.peer;

import io.holdfast.benchmarks.sample.Commit;
import io.holdfast.benchmarks.sample.LogPlan;
import io.holdfast.benchmarks.sample.Note;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import java.sql.SQLException;
import java.util.OptionalLong;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jpa.DomainEventEntry;
import org.axonframework.eventsourcing.eventstore.jpa.JpaEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jpa.SnapshotEventEntry;
import org.hibernate.jpa.HibernatePersistenceConfiguration;

/** Axon's JPA engine on Hibernate. */
final class JpaLog extends EngineLog {
    private static final int COMMITS_AT_ONCE = 500;

    private final Database database;
    private final EntityManagerFactory factory;
    private final JpaEventStorageEngine engine;

    JpaLog(Database database) {
        this.database = database;
        this.factory = factory(database);
        var transactions = new JpaTransactions(factory);
        try {
            this.engine = JpaEventStorageEngine.builder()
                    .entityManagerProvider(transactions)
                    .transactionManager(transactions)
                    .dataSource(database.source())
                    .eventSerializer(Note.serializer())
                    .snapshotSerializer(Note.serializer())
                    .build();
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be reached", e);
        }
    }

    private static EntityManagerFactory factory(Database database) {
        PersistenceConfiguration configuration = new HibernatePersistenceConfiguration("bench")
                .managedClasses(DomainEventEntry.class, SnapshotEventEntry.class)
                .property("jakarta.persistence.nonJtaDataSource", database.source())
                .property("hibernate.hbm2ddl.auto", "create")
                .property("hibernate.jdbc.batch_size", 100)
                .property("hibernate.order_inserts", true);
        if (!database.isHere()) {
            configuration.property("hibernate.dialect", PostgresWithBytea.class.getName());
        }
        return configuration.createEntityManagerFactory();
    }

    @Override
    protected EventStorageEngine engine() {
        return engine;
    }

    @Override
    public void fill(LogPlan plan) {
        Fill.inBulk(
                plan,
                COMMITS_AT_ONCE,
                commits -> engine.appendEvents(commits.stream()
                        .flatMap((Commit commit) -> commit.events().stream())
                        .toList()));
    }

    @Override
    public OptionalLong bytesOnDisk() {
        return database.bytesOnDisk();
    }

    @Override
    public OptionalLong serverProcessorTime() {
        return database.isHere() ? OptionalLong.of(0) : OptionalLong.empty();
    }

    @Override
    public void close() {
        factory.close();
        database.close();
    }
}
