package nl.meedoen.demo.places;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import nl.meedoen.demo.writing.Desk;
import nl.meedoen.demo.writing.Table;
import org.jspecify.annotations.Nullable;

/** Targets for the country, its regions and the municipalities that take part. */
public final class Aims {

    private static final UUID NOBODY = new UUID(0, 0);

    private final Desk desk;

    /** Writes to this desk. */
    public Aims(Desk desk) {
        this.desk = desk;
    }

    /** Sets targets for this year and the last that are within reach, and not all reached. */
    public void set(List<Place> places) {
        LocalDate today = desk.today();
        for (int year = today.getYear() - 1; year <= today.getYear(); year++) {
            double share = year == today.getYear() ? 0.46 : 0.06;
            Map<String, Integer> aims = new TreeMap<>();
            for (Place place : places) {
                for (Place.Town town : place.towns()) {
                    int here = Math.max(1, (int) Math.round(
                            share * place.participants() / place.towns().size()));
                    aims.merge("municipality:" + town.code(), here, Integer::sum);
                    aims.merge("region:" + place.region(), here, Integer::sum);
                    aims.merge("country", here, Integer::sum);
                }
            }
            for (Map.Entry<String, Integer> aim : aims.entrySet()) {
                boolean country = aim.getKey().equals("country");
                add(aim.getKey(), year, aim.getValue(), country ? 14 : null, country ? 4 : null, country ? 60 : null);
            }
        }
    }

    private void add(
            String area,
            int year,
            int placements,
            @Nullable Integer days,
            @Nullable Integer months,
            @Nullable Integer percent) {
        desk.add(
                Table.FIGURE_TARGET,
                area,
                year,
                placements,
                days,
                months,
                percent,
                NOBODY,
                desk.at(LocalDate.of(year, 1, 5), 9, 0));
    }
}
