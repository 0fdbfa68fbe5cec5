# The image of the Werkraum server with its built client. LiveKit runs beside it: see docker-compose.yml.
# Debian, because the locked packages are built for glibc.

# ── 1. Build the client ───────────────────────────────────────────────────────────────────────────
FROM node:26.10.0-trixie-slim AS client
WORKDIR /app
COPY package.json package-lock.json .npmrc tsconfig.base.json ./
COPY packages/protocol/package.json packages/protocol/
COPY packages/planning/package.json packages/planning/
COPY apps/server/package.json apps/server/
COPY apps/client/package.json apps/client/
COPY tests/package.json tests/
# Optional packages stay: the bundler's native part is one of them.
RUN npm ci --loglevel=error
COPY packages packages
COPY apps/client apps/client
RUN cd apps/client && NODE_ENV=production node ../../node_modules/vite/bin/vite.js build

# ── 2. Install what the server needs while it runs ───────────────────────────────────────────────
FROM node:26.10.0-trixie-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY packages/protocol/package.json packages/protocol/
COPY packages/planning/package.json packages/planning/
COPY apps/server/package.json apps/server/
COPY apps/client/package.json apps/client/
COPY tests/package.json tests/
RUN npm ci --workspace apps/server --omit=dev --omit=optional --loglevel=error

# ── 3. Run ───────────────────────────────────────────────────────────────────────────────────────
FROM node:26.10.0-trixie-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080 DATA_DIR=/data
COPY --from=packages /app/node_modules node_modules
COPY package.json ./
COPY packages packages
COPY apps/server apps/server
COPY --from=client /app/apps/client/dist apps/client/dist
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8080/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Without a shell or npm in between, so that a stop signal reaches the server itself.
CMD ["node", "apps/server/src/main.ts"]
