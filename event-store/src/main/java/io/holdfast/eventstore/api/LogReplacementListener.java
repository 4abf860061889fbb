package io.holdfast.eventstore.api;

/**
 * A component that caches state derived from the event log. Every bean of this type is called when the log turns out to
 * have been restored or replaced under the running process.
 */
public interface LogReplacementListener {
    /**
     * Discards the cached state. Called before anything more is written, so that no command is decided on the state of
     * the old log. Must be quick and must not read the log.
     */
    void logReplaced();
}
