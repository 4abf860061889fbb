package io.holdfast.runtime.security.mongo;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import io.holdfast.actor.PortScope;
import io.holdfast.actor.Role;
import io.holdfast.actor.UserId;
import io.holdfast.runtime.security.SeenCallers;
import io.holdfast.value.PortCode;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores one document per person, written when something about the person has changed and otherwise at most once an
 * hour.
 */
final class MongoSeenCallers implements SeenCallers {
    private static final Logger LOG = LoggerFactory.getLogger(MongoSeenCallers.class);
    private static final String COLLECTION = "callers";
    private static final String ID = "_id";
    private static final String ROLES = "roles";
    private static final String PORTS = "ports";
    private static final String EVERY_PORT = "*";

    private final MongoCollection<Document> callers;
    private final Clock clock;
    private final Cache<UserId, SeenCaller> written = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    MongoSeenCallers(MongoDatabase database, Clock clock) {
        this.callers = database.getCollection(COLLECTION);
        this.clock = clock;
    }

    /** Two nodes may see the same person for the first time at once; either document is fine. */
    @Override
    public void seen(SeenCaller caller) {
        if (caller.equals(written.getIfPresent(caller.id()))) {
            return;
        }
        try {
            callers.replaceOne(
                    Filters.eq(ID, caller.id().value()), document(caller), new ReplaceOptions().upsert(true));
            written.put(caller.id(), caller);
        } catch (MongoException notNow) {
            LOG.warn("it could not be taken down that {} is here: {}", caller.id(), notNow.getMessage());
        }
    }

    @Override
    public Optional<SeenCaller> find(UserId id) {
        return Optional.ofNullable(callers.find(Filters.eq(ID, id.value())).first())
                .map(MongoSeenCallers::caller);
    }

    private Document document(SeenCaller caller) {
        List<String> ports = switch (caller.scope()) {
            case PortScope.All _ -> List.of(EVERY_PORT);
            case PortScope.Only(var some) ->
                some.stream().map(PortCode::value).sorted().toList();
        };
        return new Document(ID, caller.id().value())
                .append(ROLES, caller.roles().stream().map(Role::name).sorted().toList())
                .append(PORTS, ports)
                .append("seen", Date.from(clock.instant()));
    }

    private static SeenCaller caller(Document document) {
        Set<String> roles = Set.copyOf(document.getList(ROLES, String.class));
        List<String> ports = document.getList(PORTS, String.class);
        return new SeenCaller(
                new UserId(document.getString(ID)),
                Arrays.stream(Role.values())
                        .filter(role -> roles.contains(role.name()))
                        .collect(Collectors.toUnmodifiableSet()),
                ports.contains(EVERY_PORT)
                        ? PortScope.all()
                        : new PortScope.Only(
                                ports.stream().map(PortCode::new).collect(Collectors.toUnmodifiableSet())));
    }
}
