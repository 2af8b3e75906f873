// Which room may use which (design: "pure rooms, thick doors"). `npm run check` and test/house run it.
const only = (name, from, allowed, comment) => ({
  name, severity: 'error', comment,
  from: { path: from },
  to: { pathNot: [...allowed, from] },
});

module.exports = {
  forbidden: [
    only('scheme-is-the-ground', '^src/scheme/', ['node_modules/zod'], 'scheme/ imports nothing but zod'),
    only('conversation-knows-the-scheme', '^src/conversation/', ['^src/scheme/', 'node_modules/zod'], 'conversation/ knows scheme/ alone'),
    {
      name: 'rooms-do-not-meet', severity: 'error', comment: 'a room imports itself, conversation/, scheme/ (and matching/, for the room of that name)',
      from: { path: '^src/features/([^/]+)/' },
      to: { pathNot: ['^src/features/$1/', '^src/conversation/', '^src/scheme/', 'node_modules/zod', '^src/matching/'] },
    },
    {
      name: 'matching-for-the-matching-rooms', severity: 'error',
      from: { path: '^src/features/', pathNot: '^src/features/(match|events)/' },
      to: { path: '^src/matching/' },
    },
    only('matching-is-alone', '^src/matching/', ['^node:worker_threads$', '^worker_threads$'], 'matching/ knows itself only'),
    only('documents-are-alone', '^src/documents/', ['node_modules', '^(node:)?url$'], 'documents/ knows itself and its libraries'),
    only('engine-holds-no-rule', '^src/engine/', ['^src/conversation/', '^src/scheme/', '^src/store/store\\.ts$', '^src/platforms/platform\\.ts$', '^src/log\\.ts$', 'node_modules/(zod|node-cron)', '^node:', '^(crypto|worker_threads|perf_hooks|timers|url|async_hooks)'], 'engine/ sees contracts, never their implementations'),
    { name: 'cron-beats-in-the-clock', severity: 'error', from: { path: '^src/', pathNot: '^src/engine/clock\\.ts$' }, to: { path: 'node_modules/node-cron' } },
    { name: 'slack-knows-no-room', severity: 'error', from: { path: '^src/platforms/slack/' }, to: { path: '^src/', pathNot: ['^src/platforms/slack/', '^src/platforms/[^/]+\\.ts$', '^src/conversation/', '^src/scheme/', '^src/log\\.ts$'] } },
    { name: 'bolt-stays-in-its-folder', severity: 'error', from: { path: '^src/', pathNot: '^src/platforms/slack/' }, to: { path: 'node_modules/@slack' } },
    { name: 'teams-knows-no-room', severity: 'error', from: { path: '^src/platforms/teams/' }, to: { path: '^src/', pathNot: ['^src/platforms/teams/', '^src/platforms/[^/]+\\.ts$', '^src/conversation/', '^src/scheme/', '^src/log\\.ts$'] } },
    { name: 'the-teams-libraries-stay-in-their-folder', severity: 'error', from: { path: '^src/', pathNot: '^src/platforms/teams/' }, to: { path: 'node_modules/(@microsoft/teams-ai|botbuilder|botframework|express|jose)' } },
    { name: 'teams-is-loaded-only-when-configured', severity: 'error', from: { path: '^src/', pathNot: '^src/platforms/teams/' }, to: { path: '^src/platforms/teams/', dependencyTypesNot: ['dynamic-import', 'type-only'] } },
    { name: 'store-decides-nothing', severity: 'error', from: { path: '^src/store/' }, to: { path: '^src/', pathNot: ['^src/store/', '^src/scheme/', '^src/log\\.ts$'] } },
    { name: 'redis-in-one-file', severity: 'error', from: { path: '^src/', pathNot: '^src/store/redis\\.ts$' }, to: { path: 'node_modules/ioredis' } },
    { name: 'the-demo-knows-the-bot-by-http', severity: 'error', from: { path: '^src/demo/', pathNot: '^src/demo/demo\\.ts$' }, to: { path: '^src/', pathNot: '^src/demo/' } },
    { name: 'nothing-in-a-circle', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'tests-stay-outside', severity: 'error', from: { path: '^src/' }, to: { path: '^test/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.json'], exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'] },
  },
};
