"""Serves the small model of requirements.txt on a free port of this machine; prints the address, and stays."""

import sys
import time

from xllamacpp import CommonParams, Server

parameters = CommonParams()
parameters.model.path = sys.argv[1]
parameters.port = 0
parameters.n_ctx = 8192
# One thread: on shared cores ggml's barriers cost more than a second thread brings.
parameters.cpuparams.n_threads = 1
parameters.cpuparams_batch.n_threads = 1
server = Server(parameters)
print(server.listening_address, flush=True)
while True:
    time.sleep(60)
