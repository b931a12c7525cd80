# Builds the newsledger command and puts it on a Java runtime.
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY .mvn .mvn
COPY pom.xml .
COPY schemas schemas
COPY modules modules
RUN mvn -q -B -Dmaven.test.skip=true -Dspotless.check.skip=true package

FROM eclipse-temurin:17-jre
RUN useradd --system --uid 10001 --create-home --home-dir /var/lib/newsledger newsledger
COPY --from=build /build/modules/app/target/newsledger/lib /opt/newsledger/lib
COPY samples /opt/newsledger/samples
COPY LICENSE /opt/newsledger/
USER newsledger
WORKDIR /var/lib/newsledger
ENV NEWSLEDGER_DATA=/var/lib/newsledger/data
RUN mkdir data
VOLUME /var/lib/newsledger/data
EXPOSE 7070
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/7070 && printf 'GET /health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-Dnewsledger.home=/opt/newsledger", "-jar", "/opt/newsledger/lib/newsledger-app.jar"]
CMD ["run", "--host", "0.0.0.0"]
