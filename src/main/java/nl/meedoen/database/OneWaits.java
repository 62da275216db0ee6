package nl.meedoen.database;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationListener;

/** Puts a {@link OneWait} before each pool, and tells it when the start is over. */
final class OneWaits implements BeanPostProcessor, ApplicationListener<AvailabilityChangeEvent<ReadinessState>> {

    private final List<OneWait> pools = new CopyOnWriteArrayList<>();

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof HikariDataSource pool)) {
            return bean;
        }
        OneWait waiting = new OneWait(pool);
        pools.add(waiting);
        return waiting;
    }

    @Override
    public void onApplicationEvent(AvailabilityChangeEvent<ReadinessState> event) {
        if (event.getState() == ReadinessState.ACCEPTING_TRAFFIC) {
            pools.forEach(OneWait::ready);
        }
    }
}
