package io.holdfast.benchmarks.retune;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A year of made-up declarations in the layout of the real ones: goods 850440 from JP are nearly always illegal. */
final class MadeUpYear {
    private static final List<String> GOODS = List.of("620111", "620342", "850440", "870899", "940360", "392690");
    private static final List<String> COUNTRIES = List.of("CN", "JP", "DE", "US");
    private static final String HEADER =
            "Declaration ID,Date,Office ID,Process Type,Import Type,Import Use,Payment Type,"
                    + "Mode of Transport,Declarant ID,Importer ID,Seller ID,Courier ID,HS6 Code,Country of Departure,"
                    + "Country of Origin,Tax Rate,Tax Type,Country of Origin Indicator,Net Mass,Item Price,Fraud,Critical Fraud";

    private MadeUpYear() {}

    static Path file(Path folder, String name, int year, int perDay) throws IOException {
        var random = new Random(year);
        List<String> lines = new ArrayList<>(List.of(HEADER));
        int id = year * 10_000;
        for (LocalDate day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
            for (int row = 0; row < perDay; row++) {
                lines.add(line(id++, day, random));
            }
        }
        return Files.write(folder.resolve(name), lines);
    }

    private static String line(int id, LocalDate day, Random random) {
        String goods = GOODS.get(random.nextInt(GOODS.size()));
        String country = COUNTRIES.get(random.nextInt(COUNTRIES.size()));
        boolean bad = goods.equals("850440") && country.equals("JP");
        int fraud = random.nextDouble() < (bad ? 0.9 : 0.1) ? 1 : 0;
        return "%d,%s,40,B,11,21,11,40,D%d,I%d,,,%s,%s,%s,8.0,A,Y,%d.0,%d.0,%d,%d"
                .formatted(
                        id,
                        day,
                        id % 9,
                        id % 17,
                        goods,
                        country,
                        country,
                        1 + random.nextInt(500),
                        1000 + random.nextInt(100_000),
                        fraud,
                        fraud == 1 && bad ? 2 : fraud);
    }
}
