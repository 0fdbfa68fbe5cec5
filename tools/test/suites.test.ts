import { basename } from 'node:path';
import { expect, test } from 'vitest';
import config from '../../vitest.config.ts';
import { FAULTS, INTEGRATION, SCENARIOS, UNIT } from './suites.ts';

test('every test project is run by one suite', () => {
  const projects = (config.test?.projects ?? []).map((project) =>
    typeof project === 'string' ? basename(project) : 'test' in project ? project.test?.name : undefined,
  );
  const run = [UNIT, SCENARIOS, INTEGRATION, FAULTS].flatMap(({ runner }) =>
    runner.kind === 'vitest' ? runner.projects : [],
  );
  expect(run.toSorted()).toEqual(projects.toSorted());
});
