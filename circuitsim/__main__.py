"""`python -m circuitsim` is the command line."""

from circuitsim.cli.main import main

if __name__ == "__main__":
    raise SystemExit(main())
