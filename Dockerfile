# One file for both images: --build-arg MODULE=command-side or query-side.
FROM eclipse-temurin:25-jdk AS build
WORKDIR /src
COPY . .
ARG MODULE
RUN ./mvnw -q -B -DskipTests -Dspotless.check.skip -pl ${MODULE} -am package \
 && mkdir /app && cp ${MODULE}/target/${MODULE}-*-exec.jar /app/app.jar \
 && cd /app && java -Djarmode=tools -jar app.jar extract --destination extracted

FROM eclipse-temurin:25-jre AS application
RUN useradd --system --uid 10001 holdfast \
 && apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app/extracted/ ./
USER 10001
EXPOSE 8080
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", "-jar", "app.jar"]
