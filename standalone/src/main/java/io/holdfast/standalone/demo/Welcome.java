package io.holdfast.standalone.demo;

/** The text that the demo prints for the user. */
final class Welcome {
    private Welcome() {}

    static String text(String url, long declarations, long targeted, long walked) {
        return """

                Holdfast demo: %1$s

                  users   inspector, supervisor, analyst, analyst2, reporter, auditor, admin (password = name)
                  data    %2$d declarations, %3$d targeted, %4$d cases walked through the five statuses
                  pages   %1$s/swagger-ui.html

                  curl -u inspector:inspector %1$s/api/v1/queues
                  curl -u inspector:inspector %1$s/api/v1/shipments/HF26-01001
                  curl -u supervisor:supervisor %1$s/api/v1/shipments/HF26-01001/audit
                  curl -u analyst:analyst '%1$s/api/v1/feedback/rules'
                  curl -u reporter:reporter -H 'Accept: text/csv' %1$s/api/v1/reports/seizures

                Ctrl-C ends it.
                """.formatted(url, declarations, targeted, walked);
    }
}
