package io.holdfast.standalone.attack;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sends bodies that would not fit into memory to a process of 512 MB while other users send requests. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("thorough")
class BodiesBeyondBoundsTest {
    private static final int CUT_OFF = 0;
    private static final String HEADER =
            "shipmentId,declaredOn,port,transportMode,declarant,hs6,countryOfDeparture,countryOfOrigin,description\n";
    private static final Duration OTHERS = Duration.ofSeconds(5);

    @ParameterizedTest(name = "{0}, {3} MB")
    @CsvSource(textBlock = """
            commas without a line break       , text/csv            , ','         , 22
            a cell that a quote opens         , text/csv            , 'ROWS-1,"x' , 200
            commas in a row                   , text/csv            , 'ROWS,'     , 200
            a quote in every line             , text/csv            , 'ROWSa",b,"c%n' , 20
            quotes alone                      , text/csv            , 'ROWS"'     , 50
            empty quoted lines                , text/csv            , 'ROWS""%n'  , 2
            a line that does not end          , application/x-ndjson, x           , 50
            arrays within arrays              , application/x-ndjson, [           , 50
            a number of many digits           , application/x-ndjson, 9           , 50
            arrays within arrays in one object, application/json    , [           , 50
            a number of many digits           , application/json    , 9           , 50
            a part of a form                  , multipart/form-data; boundary=x, x, 50
            """)
    void a_body_costs_its_sender_only(String name, String type, String filling, int megabytes) throws Exception {
        AttackedProcess process = AttackedProcess.shared();
        boolean rows = filling.startsWith("ROWS");
        String unit = filling.replace("ROWS", "").replace("%n", "\n");
        boolean once = unit.startsWith("-1,");
        String beginning = (rows ? HEADER : "") + (once ? unit : "");
        byte[] filler = (once ? "x" : unit).getBytes(US_ASCII);

        int status = whileOthersAsk(process, () -> send(process, type, beginning, filler, megabytes));

        assertThat(status).as(name).isIn(200, 400, 413, 415, CUT_OFF);
        process.answersOthersWithin(OTHERS);
    }

    @Test
    void sixteen_streams_of_the_longest_rows_fit_side_by_side() throws Exception {
        AttackedProcess process = AttackedProcess.shared();
        byte[] row = ("{\"shipmentId\":\"L\",\"attributes\":{" + "\"a\":\"b\",".repeat(7_000) + "\"z\":1}}\n")
                .getBytes(US_ASCII);
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<Integer>>();
            for (int i = 0; i < 16; i++) {
                answers.add(senders.submit(() -> send(process, "application/x-ndjson", "", row, 20)));
            }
            var statuses = new ArrayList<Integer>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get(5, TimeUnit.MINUTES));
            }
            assertThat(statuses).contains(200).isSubsetOf(200, 503, CUT_OFF);
        }
        process.answersOthersWithin(OTHERS);
    }

    private static int whileOthersAsk(AttackedProcess process, Callable<Integer> attack) throws Exception {
        try (var sender = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> answer = sender.submit(attack);
            do {
                process.answersOthersWithin(OTHERS);
            } while (!answer.isDone());
            return answer.get();
        }
    }

    /**
     * The status; {@link #CUT_OFF} when the server refuses and closes the connection before everything is sent, so that
     * no response is seen.
     */
    private static int send(AttackedProcess process, String type, String beginning, byte[] filler, int megabytes) {
        String analyst = Base64.getEncoder().encodeToString("analyst:analyst".getBytes(US_ASCII));
        HttpRequest request = HttpRequest.newBuilder(URI.create(process.url() + "/api/v1/declarations"))
                .timeout(Duration.ofMinutes(4))
                .header("Authorization", "Basic " + analyst)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofInputStream(() -> new Repeated(beginning, filler, megabytes * 1024L * 1024)))
                .build();
        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException refusedWhileSending) {
            return CUT_OFF;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** A beginning, followed by the same bytes over and over. */
    private static final class Repeated extends InputStream {
        private final byte[] beginning;
        private final byte[] block;
        private final long length;
        private long position;

        Repeated(String beginning, byte[] filler, long length) {
            this.beginning = beginning.getBytes(US_ASCII);
            this.block = new byte[filler.length * Math.max(1, 16_384 / filler.length)];
            for (int i = 0; i < block.length; i += filler.length) {
                System.arraycopy(filler, 0, block, i, filler.length);
            }
            this.length = length;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int count) {
            if (position >= length) {
                return -1;
            }
            byte[] from = position < beginning.length ? beginning : block;
            int at = (int) (position < beginning.length ? position : (position - beginning.length) % block.length);
            int given = Math.min(count, from.length - at);
            System.arraycopy(from, at, into, offset, given);
            position += given;
            return given;
        }
    }
}
