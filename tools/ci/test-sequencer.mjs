import Sequencer from '@jest/test-sequencer';

/**
 * In a new clone Jest does not know how long tests take, and begins with the largest files; those of the contract are small,
 * and take longest. They begin after a third of the others: at the end one of them would keep a worker busy and leave the
 * others idle, and at the beginning ESLint keeps a core busy.
 */
export default class ContractsAmongOthers extends Sequencer {
  async sort(tests) {
    const sorted = await super.sort(tests);
    const ofContract = ({ path }) => path.endsWith('/contract.spec.ts');
    const others = sorted.filter((test) => !ofContract(test));
    return others.toSpliced(others.length / 3, 0, ...sorted.filter(ofContract));
  }
}
