package io.holdfast.command.intake.web;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of intake on this node.
 *
 * @param streams how many streams of rows are served at once; more are asked to come back
 * @param spoolLimit how large a stream with an idempotency key can be; it is kept in a file meanwhile
 * @param spoolFolder where such files are, for the owner only; what a process that was killed left is removed at the start
 */
@ConfigurationProperties("holdfast.intake")
record IntakeProperties(
        @DefaultValue("16") int streams,
        @DefaultValue("64MB") DataSize spoolLimit,
        Path spoolFolder) {}
