package io.holdfast.projection.casefile.web;

import io.holdfast.actor.Actor;
import io.holdfast.actor.Permission;
import io.holdfast.projection.answer.QueryDispatcher;
import io.holdfast.projection.casefile.CaseListsProjection;
import io.holdfast.projection.support.ProjectionBehindException;
import io.holdfast.projection.support.web.AnswersFrom;
import io.holdfast.projection.support.web.PositionWaits;
import io.holdfast.query.CaseList;
import io.holdfast.query.ReadCaseList;
import io.holdfast.runtime.security.RequiresPermission;
import io.holdfast.shipment.ShipmentId;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the complete lists of a case; the case file has only their latest items. */
@RestController
@AnswersFrom(CaseListsProjection.NAME)
@RequestMapping(path = CaseListController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
class CaseListController {
    /** A URI template (RFC 6570). */
    static final String PATH = "/api/v1/shipments/{id}/lists/{list}";

    /** How often to wait for lists that are behind the case file, which moves on in the meantime. */
    private static final int ROUNDS = 3;

    private final QueryDispatcher asking;
    private final PositionWaits waits;

    CaseListController(QueryDispatcher asking, PositionWaits waits) {
        this.asking = asking;
        this.waits = waits;
    }

    /** A page of a list, in the order in which its items were created. */
    @GetMapping
    @RequiresPermission(Permission.READ_CASES)
    ReadCaseList.Page page(
            @PathVariable ShipmentId id,
            @Parameter(description = "Such as notes, exams, lab-results, seizures or history") @PathVariable
                    String list,
            @ParameterObject ListParameters parameters,
            Actor actor,
            HttpServletRequest request) {
        CaseList asked = list(list).orElseThrow(NoSuchListException::new);
        ReadCaseList.Page page = page(parameters.question(id, asked, actor), request);
        if (page == null) {
            throw new NoSuchCaseException(id);
        }
        return page;
    }

    private ReadCaseList.@Nullable Page page(ReadCaseList question, HttpServletRequest request) {
        for (int round = 1; ; round++) {
            try {
                return asking.ask(question, ReadCaseList.Answer.class).page();
            } catch (ProjectionBehindException behind) {
                if (round == ROUNDS) {
                    throw behind;
                }
                waits.await(CaseListsProjection.NAME, behind.wanted(), request);
            }
        }
    }

    private static Optional<CaseList> list(String path) {
        return Arrays.stream(CaseList.values())
                .filter(list -> written(list).equals(path))
                .findFirst();
    }

    /** The name of a list in a path. */
    static String written(CaseList list) {
        return list.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
