
# Claims, their ledger, series; what packs tell of processes.
