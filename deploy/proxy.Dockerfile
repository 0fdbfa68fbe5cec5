# Caddy with our settings, as a user without rights.
FROM caddy:2.11.4-alpine
COPY Caddyfile /etc/caddy/Caddyfile
RUN chown -R 1000:1000 /data /config
USER 1000:1000
