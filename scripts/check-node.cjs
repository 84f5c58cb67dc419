'use strict';

// Runs before anything else, so it is written for the oldest Node a person may still have.
var wanted = [20, 19];
var found = process.versions.node.split('.').map(Number);

if (found[0] < wanted[0] || (found[0] === wanted[0] && found[1] < wanted[1])) {
  console.error(
    'AMC Access Manager needs Node ' +
      wanted.join('.') +
      ' or newer; this is Node ' +
      process.versions.node +
      '.',
  );
  console.error('Install a current version from https://nodejs.org and run the same command again.');
  process.exit(1);
}
