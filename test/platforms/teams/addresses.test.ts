// Which addresses may be called: Microsoft's own by their whole name, and nothing that only looks like them.
import { describe, expect, it } from 'vitest';
import { makeAddresses } from '../../../src/platforms/teams/addresses.ts';

const { service, upload } = makeAddresses();

describe('an address', () => {
  it('of a connector, or of somebody’s OneDrive, may be called', () => {
    expect(service('https://smba.trafficmanager.net/emea/')?.host).toBe('smba.trafficmanager.net');
    expect(upload('https://northmoor-my.sharepoint.com/personal/x?token=1')?.host).toBe('northmoor-my.sharepoint.com');
  });

  it.each([
    'https://sharepoint.com.evil.example/',
    'https://northmoor.sharepoint.com.evil.example/',
    'https://evil-sharepoint.com/',
    'https://evil.example/northmoor.sharepoint.com',
    'https://northmoor.sharepoint.com@evil.example/',
    'https://user:word@northmoor.sharepoint.com/',
    'http://northmoor.sharepoint.com/',
    'https://northmoor.sharepoint.com:8443/',
    'https://smba.trafficmanager.net.evil.example/',
    'https://127.0.0.1/',
    'no address',
  ])('such as %s may not', url => {
    expect(upload(url)).toBeUndefined();
    expect(service(url)).toBeUndefined();
  });
});
