"""kedja on Dask: python with_dask.py telecom --customers 1000000000 --strengthen invoice=1

DASK_SCHEDULER_ADDRESS names a cluster; without it two workers are started on this machine.
"""

import os

from dask.distributed import Client, LocalCluster, as_completed

import parts


def main():
    given, for_kedja = parts.arguments(__doc__)
    out = parts.standard_output()
    address = os.environ.get("DASK_SCHEDULER_ADDRESS")
    cluster = None if address else LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None)
    client = Client(address or cluster)
    client.upload_file(parts.__file__)
    merged = parts.Merged()
    waiting = iter(parts.cut(given.customers, given.size))
    # Some for each processor at a time: no part waits for long, and what has come back is put away.
    most = 4 * max(sum(client.nthreads().values()), 1)

    def hand_out(part):
        return client.submit(parts.tallied, given.journey, part, for_kedja, pure=False, retries=5)

    running = as_completed([hand_out(part) for _, part in zip(range(most), waiting)])
    for done in running:
        merged.add(done.result())
        done.release()
        for part in waiting:
            running.add(hand_out(part))
            break
    out.write(merged.report(given.out))
    out.close()
    client.close()
    if cluster:
        cluster.close()


if __name__ == "__main__":
    main()
