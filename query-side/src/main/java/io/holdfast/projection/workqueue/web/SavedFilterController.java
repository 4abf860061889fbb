package io.holdfast.projection.workqueue.web;

import io.holdfast.actor.Actor;
import io.holdfast.actor.Permission;
import io.holdfast.projection.answer.Parameter;
import io.holdfast.projection.workqueue.Filters;
import io.holdfast.projection.workqueue.SavedFilter.Key;
import io.holdfast.runtime.security.RequiresPermission;
import io.holdfast.value.PortCode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Manages saved filters, personal ones or shared by everybody at a port. */
@RestController
@RequestMapping(path = "/api/v1/queues/filters", produces = MediaType.APPLICATION_JSON_VALUE)
@RequiresPermission(Permission.READ_CASES)
class SavedFilterController {
    private final Filters filters;

    SavedFilterController(Filters filters) {
        this.filters = filters;
    }

    /** A list of filters, by name. */
    record Listed(List<FilterView> filters) {}

    /** The caller's own filters, and those shared at the caller's ports. */
    @GetMapping
    Listed all(Actor actor) {
        return new Listed(filters.visible(actor).stream().map(FilterView::of).toList());
    }

    /** One filter: {@code name}, or {@code PORT:name} for that of a port. */
    @GetMapping("/{name}")
    FilterView one(@PathVariable String name, Actor actor) {
        return filters.named(name, actor).map(FilterView::of).orElseThrow(NoSuchFilterException::new);
    }

    /** Saves a filter under a name and replaces an earlier one; 201 if there was none. */
    @PutMapping("/{name}")
    ResponseEntity<FilterView> save(@PathVariable String name, @RequestBody FilterView body, Actor actor) {
        var terms = body.terms();
        FilterParameters.read(terms, actor);
        PageParameters.order(terms);
        Key key = filters.writable(name, body.sharedAt(), actor);
        boolean created = filters.save(key, terms, actor);
        return ResponseEntity.status(created ? HttpStatus.CREATED : HttpStatus.OK)
                .body(body.named(name));
    }

    /** Deletes a filter; with {@code sharedAt}, that of the port. */
    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(@PathVariable String name, @RequestParam(required = false) @Nullable String sharedAt, Actor actor) {
        PortCode port = Parameter.optional("sharedAt", sharedAt, PortCode::new);
        if (!filters.remove(filters.writable(name, port, actor))) {
            throw new NoSuchFilterException();
        }
    }
}
