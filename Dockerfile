# syntax=docker/dockerfile:1

# 1. Build. The JDK of the oldest Java that Meedoen runs on.
FROM eclipse-temurin:17-jdk AS build
WORKDIR /build
RUN apt-get update && apt-get install -y --no-install-recommends curl unzip && rm -rf /var/lib/apt/lists/*
COPY .mvn .mvn
COPY mvnw pom.xml ./
RUN --mount=type=cache,target=/root/.m2 ./mvnw -B -q dependency:resolve dependency:resolve-plugins
COPY src/main src/main
RUN --mount=type=cache,target=/root/.m2 ./mvnw -B -q -DskipTests -Dspotless.check.skip package \
    && java -Djarmode=tools -jar target/meedoen-*.jar extract --layers --destination layers --application-filename meedoen.jar

# 2. Run: what changes least comes first, so that a new version is a small layer.
FROM eclipse-temurin:25-jre
RUN useradd --uid 10001 --create-home --home-dir /app meedoen \
    && install -d -o meedoen -g meedoen -m 0700 /data
WORKDIR /app
USER meedoen
COPY --from=build --chown=meedoen:meedoen /build/layers/dependencies/ ./
COPY --from=build --chown=meedoen:meedoen /build/layers/spring-boot-loader/ ./
COPY --from=build --chown=meedoen:meedoen /build/layers/snapshot-dependencies/ ./
COPY --from=build --chown=meedoen:meedoen /build/layers/application/ ./

# Starts once, on an empty database of its own, to note which classes a start loads; the note holds no settings, and a
# Java that it does not fit ignores it. Without it the image works the same and starts slower. This exit ends the Java
# process at once, so its database is stopped here.
RUN java -XX:AOTCacheOutput=meedoen.aot -Dspring.context.exit=onRefresh -Dmeedoen.data=/tmp/training -jar meedoen.jar \
    && kill "$(head -n 1 /tmp/training/postgres/postmaster.pid)" && rm -rf /tmp/training /tmp/hsperfdata_meedoen

ENV MEEDOEN_DATA=/data
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=6s --start-period=60s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200'"]
ENTRYPOINT ["java", "-XX:AOTCache=meedoen.aot", "-XX:MaxRAMPercentage=70", "-XX:+ExitOnOutOfMemoryError", "-jar", "meedoen.jar"]
