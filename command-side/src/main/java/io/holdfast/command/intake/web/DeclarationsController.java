package io.holdfast.command.intake.web;

import io.holdfast.actor.Actor;
import io.holdfast.actor.Permission;
import io.holdfast.command.intake.CsvRows;
import io.holdfast.command.intake.DeclarationJson;
import io.holdfast.command.intake.IdempotencyStore;
import io.holdfast.command.intake.IntakeResult;
import io.holdfast.command.intake.IntakeService;
import io.holdfast.command.intake.NdjsonRows;
import io.holdfast.command.intake.RefusedDeclarationException;
import io.holdfast.command.intake.RefusedDeclarationException.Kind;
import io.holdfast.command.position.EndOfLog;
import io.holdfast.runtime.security.RequiresPermission;
import io.holdfast.shipment.declaration.Declaration;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Accepts declarations: one as JSON, or many as NDJSON or CSV. */
@RestController
@RequestMapping("/api/v1/declarations")
@EnableConfigurationProperties(IntakeProperties.class)
class DeclarationsController {
    static final String NDJSON = "application/x-ndjson";
    static final String CSV = "text/csv";

    private static final String DESCRIPTION =
            "A stream (NDJSON or CSV) is answered row by row, in order, as NDJSON, a JSON array or CSV by Accept, while it is"
                    + " still being read. A bad row is REJECTED with field and reason and stops nothing. The same"
                    + " declaration again changes nothing. An answer that was cut off calls for the same request again.";
    private static final String KEY =
            "1 to 128 visible characters; the same key and body get the same answer for 24 hours";
    private static final String EXAMPLE = """
            {"shipmentId": "HF26-00001", "declaredOn": "2026-10-01", "port": "4701", "transportMode": "AIR", \
            "declarant": "BRK008", "importer": "IMP0238", "hs6": "070200", "countryOfDeparture": "CN", \
            "countryOfOrigin": "CN", "netMass": {"amount": 839.7, "unit": "KG"}, \
            "value": {"amount": 2177.63, "currency": "USD"}, "description": "Tomatoes, fresh"}""";
    private static final String CSV_EXAMPLE = """
            shipmentId,declaredOn,port,transportMode,declarant,hs6,countryOfDeparture,countryOfOrigin,description
            HF26-00001,2026-10-01,4701,AIR,BRK008,070200,CN,CN,"Tomatoes, fresh"
            """;

    private static final Set<String> UTF_8 = Set.of("UTF-8", "US-ASCII");
    /** The encodings that spreadsheets and older systems write. */
    private static final Set<String> CSV_CHARSETS =
            Set.of("UTF-8", "US-ASCII", "UTF-16", "UTF-16BE", "UTF-16LE", "ISO-8859-1", "windows-1252");

    private static final List<MediaType> FORMS =
            List.of(MediaType.APPLICATION_JSON, MediaType.valueOf(NDJSON), MediaType.valueOf(CSV));

    private final IntakeService intake;
    private final IdempotencyStore keys;
    private final StreamedIntake streams;
    private final EndOfLog endOfLog;

    DeclarationsController(
            IntakeService intake,
            IdempotencyStore keys,
            IntakeProperties limits,
            SpoolFolder spools,
            EndOfLog endOfLog) {
        this.endOfLog = endOfLog;
        this.intake = intake;
        this.keys = keys;
        this.streams = new StreamedIntake(intake, keys, limits, spools);
    }

    /** One declaration: 201 when it is new, 200 when the same one had come in before. */
    @Operation(
            summary = "Takes one declaration, or many as a stream of rows",
            description = DESCRIPTION,
            parameters = @Parameter(in = ParameterIn.HEADER, name = IdempotencyKey.HEADER, description = KEY),
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = Declaration.class),
                                            examples = @ExampleObject(EXAMPLE))))
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @RequiresPermission(Permission.SUBMIT_DECLARATIONS)
    ResponseEntity<IntakeResult> one(Actor actor, HttpServletRequest request)
            throws IOException, HttpMediaTypeNotSupportedException {
        charset(request, UTF_8);
        String key = IdempotencyKey.of(request);
        byte[] body = request.getInputStream().readNBytes(DeclarationJson.MAX_BYTES + 1);
        if (body.length > DeclarationJson.MAX_BYTES) {
            throw new RefusedDeclarationException(
                    Kind.TOO_LARGE, null, "A declaration can have at most " + DeclarationJson.MAX_BYTES + " bytes");
        }
        return answer(key == null ? take(body, actor) : takeOnce(key, body, actor));
    }

    /** Declarations as JSON objects, one per line. */
    @Operation(
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = NDJSON,
                                            schema = @Schema(type = "string"),
                                            examples = @ExampleObject(EXAMPLE))))
    @PostMapping(consumes = NDJSON)
    @RequiresPermission(Permission.SUBMIT_DECLARATIONS)
    void ndjson(Actor actor, HttpServletRequest request, HttpServletResponse response)
            throws IOException, HttpMediaTypeNotSupportedException, HttpMediaTypeNotAcceptableException {
        charset(request, UTF_8);
        streams.take(NDJSON, NdjsonRows::new, actor, request, answerTo(request, response));
    }

    /** Declarations as CSV with a header line. */
    @Operation(
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = CSV,
                                            schema = @Schema(type = "string"),
                                            examples = @ExampleObject(CSV_EXAMPLE))))
    @PostMapping(consumes = CSV)
    @RequiresPermission(Permission.SUBMIT_DECLARATIONS)
    void csv(Actor actor, HttpServletRequest request, HttpServletResponse response)
            throws IOException, HttpMediaTypeNotSupportedException, HttpMediaTypeNotAcceptableException {
        Charset charset = charset(request, CSV_CHARSETS);
        // The charset is part of the format: the same bytes in another encoding are another request.
        String form = charset.equals(StandardCharsets.UTF_8) ? CSV : CSV + ";charset=" + charset.name();
        streams.take(form, body -> new CsvRows(body, charset), actor, request, answerTo(request, response));
    }

    private IntakeResult take(byte[] body, Actor actor) {
        return intake.take(DeclarationJson.read(body), actor);
    }

    /** Refusals are not stored: the same body is refused for the same reason again. */
    private IntakeResult takeOnce(String key, byte[] body, Actor actor) {
        var digest = SpooledBody.digest(body, MediaType.APPLICATION_JSON_VALUE);
        try (IdempotencyStore.Answer stored = keys.claim(actor.id(), key, digest)) {
            List<IntakeResult> told = stored.told(0);
            if (!told.isEmpty()) {
                return told.getFirst();
            }
            IntakeResult result = take(body, actor);
            stored.tell(0, List.of(result));
            return result;
        }
    }

    private static ResponseEntity<IntakeResult> answer(IntakeResult result) {
        return ResponseEntity.status(result.repeated() ? HttpStatus.OK : HttpStatus.CREATED)
                .location(URI.create("/api/v1/shipments/" + result.shipmentId()))
                .eTag(String.valueOf(result.version()))
                .body(result);
    }

    private StreamedAnswer answerTo(HttpServletRequest request, HttpServletResponse response)
            throws HttpMediaTypeNotAcceptableException {
        String accept = String.join(",", Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
        return new StreamedAnswer(AnswerForm.accepted(accept), request, response, endOfLog::position);
    }

    /** The declared encoding. An unsupported one is refused by name, rather than as broken text in every row. */
    private static Charset charset(HttpServletRequest request, Set<String> readable)
            throws HttpMediaTypeNotSupportedException {
        MediaType type = MediaType.parseMediaType(request.getContentType());
        Charset charset = Objects.requireNonNullElse(type.getCharset(), StandardCharsets.UTF_8);
        if (!readable.contains(charset.name()) || request.getHeader(HttpHeaders.CONTENT_ENCODING) != null) {
            throw new HttpMediaTypeNotSupportedException(type, FORMS);
        }
        return charset;
    }
}
