# One file for both images: --build-arg MODULE=command-side or query-side.
FROM eclipse-temurin:25-jdk@sha256:97014c4b396021f9ddb7d592a7dbedb0c4e4215c29e03dc01c393558aefb71c2 AS build
WORKDIR /src
COPY . .
ARG MODULE
RUN ./mvnw -q -B -DskipTests -Dspotless.check.skip -pl ${MODULE} -am package \
 && mkdir /app && cp ${MODULE}/target/${MODULE}-*-exec.jar /app/app.jar \
 && cp ${MODULE}/target/sbom.cdx.json /app/ \
 && cd /app && java -Djarmode=tools -jar app.jar extract --destination extracted

FROM eclipse-temurin:25-jre@sha256:fcd7fd7b387f94bb2ac461478a7436ad8e349924c374ea8313919624dceae636 AS application
RUN useradd --system --uid 10001 holdfast \
 && apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app/extracted/ /app/sbom.cdx.json ./
USER 10001
EXPOSE 8080
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", "-jar", "app.jar"]
