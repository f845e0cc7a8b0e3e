package io.github.planningmath.examples.lifetimevalue;

import io.github.planningmath.examples.terminal.Progress;

/** Where orders come from. */
interface OrderSource {

    /** Reads all orders; a wrong one is refused in one line that names its place. */
    OrdersFound read(Progress progress);
}
