package io.holdfast.command.shipment.web;

import io.holdfast.value.InvalidValueException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.regex.Pattern;

/** The header If-Match: the version of the case that the caller decided on, as one strong ETag. */
@Schema(type = "string", example = "\"7\"", description = "The ETag of the case that the decision is about")
record IfMatch(long version) {
    private static final Pattern STRONG = Pattern.compile("\"(0|[1-9]\\d{0,17})\"");

    /**
     * Called by Spring to parse the header.
     *
     * @throws InvalidValueException for anything but one strong ETag that is a number
     */
    public static IfMatch valueOf(String header) {
        var matcher = STRONG.matcher(header.strip());
        if (!matcher.matches()) {
            throw new InvalidValueException(
                    "If-Match", "must be one strong ETag of the case, such as \"7\"; no weak one, list or *");
        }
        return new IfMatch(Long.parseLong(matcher.group(1)));
    }
}
