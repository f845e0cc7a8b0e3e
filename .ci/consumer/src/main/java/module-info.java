module consumer {
    requires io.github.planningmath.core;
}
