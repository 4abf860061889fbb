package io.holdfast.projection.reporting;

import io.holdfast.projection.reporting.ReportChange.CampaignKey;

/** The actions at a port in a month, for one operation or for none. */
public record CampaignMonth(CampaignKey key, Activity activity) {
    static String id(CampaignKey key) {
        return key.month() + "|" + key.port().value() + "|" + (key.operation() == null ? "" : key.operation());
    }
}
