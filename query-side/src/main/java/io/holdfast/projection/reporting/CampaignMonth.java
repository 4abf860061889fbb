package io.holdfast.projection.reporting;

import io.holdfast.projection.reporting.ReportChange.CampaignKey;

/** What was done at a port in a month, for an operation or for none. */
public record CampaignMonth(CampaignKey key, Activity activity) {
    static String id(CampaignKey key) {
        return key.month() + "|" + key.port().value() + "|" + (key.operation() == null ? "" : key.operation());
    }
}
