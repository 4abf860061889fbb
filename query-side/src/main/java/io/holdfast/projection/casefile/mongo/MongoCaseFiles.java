package io.holdfast.projection.casefile.mongo;

import static io.holdfast.projection.casefile.mongo.CaseFileMapping.*;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.holdfast.actor.PortScope;
import io.holdfast.projection.casefile.CaseFileProjection;
import io.holdfast.projection.casefile.CaseFiles;
import io.holdfast.projection.support.mongo.LiveGenerations;
import io.holdfast.projection.support.mongo.ReadablePage;
import io.holdfast.query.CaseFile;
import io.holdfast.query.SearchCases;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.value.PortCode;
import io.holdfast.value.StringValue;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads case files from the live generation. */
@Component
class MongoCaseFiles implements CaseFiles {
    private final LiveGenerations models;
    private final CaseFileMapping mapping;

    MongoCaseFiles(LiveGenerations models, CaseFileMapping mapping) {
        this.models = models;
        this.mapping = mapping;
    }

    @Override
    public Optional<CaseFile> find(ShipmentId shipment) {
        return Optional.ofNullable(models.collection(CaseFileProjection.NAME, CaseFileProjection.FILES)
                        .find(new Document("_id", shipment.value()))
                        .first())
                .map(mapping::fromDocument);
    }

    @Override
    public Optional<Glance> glance(ShipmentId shipment) {
        return Optional.ofNullable(models.collection(CaseFileProjection.NAME, CaseFileProjection.FILES)
                        .find(new Document("_id", shipment.value()))
                        .projection(Projections.include(PORT, LiveGenerations.SEEN))
                        .first())
                .map(found -> new Glance(new PortCode(found.getString(PORT)), found.getLong(LiveGenerations.SEEN)));
    }

    @Override
    public List<CaseFile> search(SearchCases question, int limit) {
        Optional<Document> filter = filter(question);
        if (filter.isEmpty()) {
            return List.of();
        }
        var found = models.collection(CaseFileProjection.NAME, CaseFileProjection.FILES)
                .find(filter.get())
                .sort(Sorts.ascending(SHIPMENT));
        return ReadablePage.of(found, mapping::fromDocument, limit);
    }

    /** The filter of a search; empty if nothing can match, because the caller sees none of the requested ports. */
    private static Optional<Document> filter(SearchCases q) {
        var filter = new Document();
        put(filter, CONTAINER, q.container());
        put(filter, IMPORTER, q.importer());
        put(filter, HS6, q.hs6());
        if (q.status() != null) {
            filter.append(STATUS, q.status().name());
        }
        if (q.after() != null) {
            filter.append(SHIPMENT, new Document("$gt", q.after().value()));
        }
        if (q.port() != null) {
            put(filter, PORT, q.port());
            return q.scope().includes(q.port()) ? Optional.of(filter) : Optional.empty();
        }
        return switch (q.scope()) {
            case PortScope.All _ -> Optional.of(filter);
            case PortScope.Only(var ports) when ports.isEmpty() -> Optional.empty();
            case PortScope.Only(var ports) -> {
                var values = ports.stream().map(StringValue::value).sorted().toList();
                yield Optional.of(
                        filter.append(PORT, values.size() == 1 ? values.getFirst() : new Document("$in", values)));
            }
        };
    }

    private static void put(Document filter, String field, @Nullable StringValue value) {
        if (value != null) {
            filter.append(field, value.value());
        }
    }
}
