package io.holdfast.benchmarks.peer;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import javax.sql.DataSource;

/** A relational database for one log. */
final class Database implements AutoCloseable {
    private static final int CONNECTIONS = 64;

    private final HikariDataSource source;
    private final boolean here;
    private final ToLongFunction<DataSource> bytes;

    private Database(HikariDataSource source, boolean here, ToLongFunction<DataSource> bytes) {
        this.source = source;
        this.here = here;
        this.bytes = bytes;
    }

    /** H2 on a file. WRITE_DELAY 0 writes at every commit; {@link ForcedFile} makes each write reach the disk. */
    static Database h2(Path folder) {
        ForcedFile.register();
        Path file = folder.resolve("h2").toAbsolutePath();
        return new Database(
                pool("jdbc:h2:" + ForcedFile.SCHEME + ":" + file + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE"),
                true,
                _ -> Path.of(file + ".mv.db").toFile().length());
    }

    /** PostgreSQL on a server; existing tables are dropped first. */
    static Database postgres(String url) {
        return new Database(pool(url), false, Sql::postgresBytes);
    }

    private static HikariDataSource pool(String url) {
        var source = new HikariDataSource();
        source.setJdbcUrl(url);
        source.setMaximumPoolSize(CONNECTIONS);
        source.setMinimumIdle(1);
        return source;
    }

    DataSource source() {
        return source;
    }

    /** Whether it runs in this process: H2. */
    boolean isHere() {
        return here;
    }

    OptionalLong bytesOnDisk() {
        return OptionalLong.of(bytes.applyAsLong(source));
    }

    @Override
    public void close() {
        source.close();
    }
}
