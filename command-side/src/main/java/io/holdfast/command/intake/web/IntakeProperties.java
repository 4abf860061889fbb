package io.holdfast.command.intake.web;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of intake on this node.
 *
 * @param streams how many streams of rows are served at once; further ones are told to retry
 * @param spoolLimit the largest stream with an idempotency key; it is kept in a file while it is processed
 * @param spoolFolder where these files are, readable by the owner only; files left by a killed process are removed at
 *     startup
 */
@ConfigurationProperties("holdfast.intake")
record IntakeProperties(
        @DefaultValue("16") int streams,
        @DefaultValue("64MB") DataSize spoolLimit,
        Path spoolFolder) {}
