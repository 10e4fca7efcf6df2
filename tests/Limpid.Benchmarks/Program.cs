using Limpid.Benchmarks;

// serve: be a contestant (reads "NAME COUNT" lines); otherwise be the referee.
if (args is ["serve"])
    return Contestant.Serve(Console.In, Console.Out);
return Referee.Run(args);
